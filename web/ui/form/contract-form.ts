import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect, type FormEvent } from 'react';
import type { z } from 'zod';
import { fieldErrors } from '../api/problem.ts';
import { withoutBlanks } from './blanks.ts';
import { complaints } from './complaints.ts';
import { forgetValues, keepValues, keptValues } from './kept-values.ts';

/** How a form is joined to its contract. */
export interface ContractFormOptions<Contract extends z.ZodType, Values extends object, Reply> {
  /** The schema that the server will use; the same words of complaint, before anything is sent. */
  readonly contract: Contract;
  readonly initial: Values;
  readonly send: (body: z.input<Contract>) => Promise<Reply>;
  readonly onSent?: (reply: Reply) => void;
  /** From what the fields hold to what is sent; by default empty fields are left out. */
  readonly prepare?: (values: Values) => object;
  /** Keeps what is typed under this name until it is sent, through reloads and crashes of the page. */
  readonly keepAs?: string;
}

/** A form typed by a contract: its fields, how to send it, and what is in the way. */
export interface ContractForm<Values extends object> {
  readonly form: UseFormReturnType<Values>;
  readonly submit: (event?: FormEvent<HTMLFormElement>) => void;
  readonly isPending: boolean;
  /** What the server said, as far as it is about no field of the form. */
  readonly failure: unknown;
  /** Empties the form and forgets what was kept of it. */
  readonly putAside: () => void;
}

/** Joins a form to the contract of its request: checked here first, sent, the server's complaints shown at their fields. */
export function useContractForm<Contract extends z.ZodType, Values extends object, Reply>(options: ContractFormOptions<Contract, Values, Reply>): ContractForm<Values> {
  const { contract, initial, send, onSent, prepare = withoutBlanks, keepAs } = options;
  const form = useForm<Values>({
    initialValues: { ...initial, ...(keepAs ? keptValues<Values>(keepAs) : {}) },
    validate: (values) => complaints(contract, prepare(values)),
    validateInputOnBlur: false,
  });
  const values = form.values;
  useEffect(() => {
    if (keepAs && form.isDirty()) keepValues(keepAs, values);
  }, [keepAs, values, form]);
  const mutation = useMutation({
    mutationFn: (body: z.input<Contract>) => send(body),
    onSuccess: (reply) => {
      // What was sent is no longer a draft: a form that stays open must not keep it anew.
      form.resetDirty();
      if (keepAs) forgetValues(keepAs);
      onSent?.(reply);
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const submit = form.onSubmit(
    (given) => mutation.mutate(prepare(given) as z.input<Contract>),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
  );
  const isAboutFields = Object.keys(fieldErrors(mutation.error)).some((path) => form.getInputNode(path));
  return {
    form,
    submit: (event) => submit(event),
    isPending: mutation.isPending,
    failure: mutation.isError && !isAboutFields ? mutation.error : null,
    putAside: () => {
      if (keepAs) forgetValues(keepAs);
      form.setValues(initial);
      mutation.reset();
    },
  };
}
