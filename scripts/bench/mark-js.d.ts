/** As much of mark.js as the benchmark calls; the package brings no types. */
declare module 'mark.js' {
  export interface MarkOptions {
    readonly separateWordSearch?: boolean;
    readonly done?: (marks: number) => void;
  }

  export default class Mark {
    constructor(root: Element);
    mark(keywords: readonly string[], options?: MarkOptions): void;
    markRegExp(pattern: RegExp, options?: Pick<MarkOptions, 'done'>): void;
  }
}
