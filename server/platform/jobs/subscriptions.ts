/** Which jobs hear of which event, and which of them wait for each other. */
export class Subscriptions {
  readonly #jobsByEvent = new Map<string, string[]>();
  readonly #queueByJob = new Map<string, string>();

  constructor(jobs: readonly { readonly name: string; readonly on: readonly string[]; readonly queue: string | undefined }[]) {
    for (const { name, on, queue } of jobs) {
      for (const event of on) this.#jobsByEvent.set(event, [...this.to(event), name]);
      if (queue !== undefined) this.#queueByJob.set(name, queue);
    }
  }

  /** Names of the jobs that react to the event. */
  to(event: string): readonly string[] {
    return this.#jobsByEvent.get(event) ?? [];
  }

  /** The queue in which a job waits for its turn; undefined when it may run beside all others. */
  queueOf(job: string): string | undefined {
    return this.#queueByJob.get(job);
  }
}
