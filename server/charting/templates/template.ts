/** One part of a note that is written as running text. */
export interface TemplateSection {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  /** Must hold words before the note can be signed. */
  readonly required: boolean;
}

/** What a template asks for. Stored as data; a published version never changes. */
export interface TemplateForm {
  readonly sections: readonly TemplateSection[];
  readonly asksTimes: boolean;
  readonly asksRisk: boolean;
  readonly asksDiagnosis: boolean;
  /** Code for the kind of document in exports: LOINC. */
  readonly loinc: string;
}

export interface TemplateVersion {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly form: TemplateForm;
  readonly digest: string;
}
