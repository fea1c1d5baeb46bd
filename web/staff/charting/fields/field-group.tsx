import { Input } from '@mantine/core';
import type { ReactNode } from 'react';

interface FieldGroupProps {
  readonly field: { readonly label: string; readonly hint?: string | undefined; readonly required?: boolean | undefined };
  readonly error: string | undefined;
  /** Help under the question, where it says more than the hint of the form. */
  readonly description?: string;
  /** `none` where what is inside names itself. */
  readonly role?: 'group' | 'radiogroup' | 'none';
  readonly children: ReactNode;
}

/** A question whose answer is made of several inputs: its words, its help and what is wrong with it, as one group for who hears it. */
export function FieldGroup({ field: { label, hint, required = false }, error, description = hint, role = 'group', children }: FieldGroupProps) {
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      withAsterisk={required}
      labelElement="div"
      {...(role === 'none' ? {} : { role, 'aria-label': label })}
    >
      {children}
    </Input.Wrapper>
  );
}
