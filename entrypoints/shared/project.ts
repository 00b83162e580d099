/** What package.json says of the project; the build puts it in (wxt.config.ts). */
declare const __PROJECT__: {
  readonly version: string;
  /** `bugs.url`: where its issues are kept; null where none is named. */
  readonly tracker: string | null;
};

export const project = __PROJECT__;
