/** The fields that may be undefined become optional. */
type Present<Fields> = { readonly [Key in keyof Fields as undefined extends Fields[Key] ? never : Key]: Fields[Key] } & {
  readonly [Key in keyof Fields as undefined extends Fields[Key] ? Key : never]?: Exclude<Fields[Key], undefined>;
};

/** The same object without the fields that are undefined. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as Present<Fields>;
}
