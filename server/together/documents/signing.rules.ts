import type { Obstacle } from '#server/platform/index.ts';
import type { Section, SectionSeal, TeamDocument } from './document.ts';
import type { SectionTemplate, TeamTemplate } from './team-template.ts';

function obstacle(at: string, code: string, says: string): Obstacle {
  return { code: `team-document.${code}`, says, at };
}

/** Whether somebody with these roles owns the section: their discipline signs it. */
export function ownsSection({ disciplines }: SectionTemplate, roles: readonly string[]): boolean {
  return disciplines.some((role) => roles.includes(role));
}

/** All that stands between a section and its signature. `seen` is the text on the signer's screen. */
export function obstaclesToSigningSection(template: SectionTemplate, roles: readonly string[], text: string, seen: string): Obstacle[] {
  const found: Obstacle[] = [];
  if (!ownsSection(template, roles)) found.push(obstacle('sectionId', 'not-yours', `This section is signed by: ${template.disciplines.join(', ')}.`));
  if (text.trim() === '') found.push(obstacle('text', 'section-empty', 'There is nothing to sign yet.'));
  if (text !== seen) found.push(obstacle('text', 'changed-since-read', 'Somebody wrote here since you last looked. Read it, then sign.'));
  return found;
}

/** All that stands between a document and its closing. `texts` are those of sections that are not signed, by key. */
export function obstaclesToClosing(
  document: Pick<TeamDocument, 'leadId'>,
  template: TeamTemplate,
  sections: readonly Pick<Section, 'key' | 'signedAt'>[],
  texts: ReadonlyMap<string, string>,
  actorId: string | null,
): Obstacle[] {
  const found: Obstacle[] = [];
  if (document.leadId !== actorId) found.push(obstacle('leadId', 'not-lead', 'Only who leads this document closes it.'));
  for (const { key, signedAt } of sections) {
    const form = template.sections.find((one) => one.key === key);
    if (signedAt !== null || !form) continue;
    if (form.required) found.push(obstacle(key, 'unsigned', `"${form.label}" is not signed yet.`));
    else if ((texts.get(key) ?? '').trim() !== '') found.push(obstacle(key, 'unsigned-words', `"${form.label}" holds words that nobody has signed.`));
  }
  return found;
}

/** The section of the closing note: what was signed, by whom, under which seal. */
export function sealedWords(seal: SectionSeal, digest: string, momentInWords: string): string {
  const by = [seal.signer.name, seal.signer.credential].filter(Boolean).join(', ');
  return `${seal.text}\n\nSigned by ${by} on ${momentInWords}. Seal of this section SHA-256 ${digest}`;
}
