/** Which jobs hear of which event. */
export class Subscriptions {
  readonly #jobsByEvent = new Map<string, string[]>();

  constructor(jobs: readonly { readonly name: string; readonly on: readonly string[] }[]) {
    for (const { name, on } of jobs) for (const event of on) this.#jobsByEvent.set(event, [...this.to(event), name]);
  }

  /** Names of the jobs that react to the event. */
  to(event: string): readonly string[] {
    return this.#jobsByEvent.get(event) ?? [];
  }
}
