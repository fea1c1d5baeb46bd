/** A file, or one transaction of it, that cannot be read: what is wrong and at which segment, counted from 1 over the whole file. */
export class BrokenFile extends Error {
  readonly at: number;
  readonly says: string;

  constructor(at: number, says: string) {
    super(`Segment ${at}: ${says}`);
    this.name = 'BrokenFile';
    this.at = at;
    this.says = says;
  }
}
