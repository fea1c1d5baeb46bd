import intake from '#content/together/intake.json' with { type: 'json' };
import meeting from '#content/together/meeting.json' with { type: 'json' };

/** A section as its template asks for it; `disciplines` are the roles that own and sign it. */
export interface SectionTemplate {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly disciplines: readonly string[];
  readonly required: boolean;
}

/** A document that a team writes together. A note template of the same code holds it once it is closed. */
export interface TeamTemplate {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly sections: readonly SectionTemplate[];
}

/** Every version ever shipped, so that a document keeps the form in which it was opened. */
const shipped: readonly TeamTemplate[] = [intake, meeting];

/** The newest version of each template. */
export const teamTemplates: readonly TeamTemplate[] = shipped.filter((one) => !shipped.some((other) => other.code === one.code && other.version > one.version));

/** The template of a document; undefined for a code or version that was never shipped. */
export function templateOf(code: string, version?: number): TeamTemplate | undefined {
  return version === undefined ? teamTemplates.find((one) => one.code === code) : shipped.find((one) => one.code === code && one.version === version);
}
