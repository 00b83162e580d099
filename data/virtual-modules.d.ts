/** The modules scripts/dataset-plugin.ts makes at build time. */
declare module 'virtual:dataset' {
  /** The readers' copy of the dataset, checked and packed when it was built, frozen when it is loaded. */
  export const dataset: import('./packed-dataset.ts').PackedDataset;
}

declare module 'virtual:statement-cues' {
  /** What the linker knows of each statement, without the dataset itself. */
  export const statementCues: readonly import('./detection/statement-cues.ts').StatementCue[];
}

declare module 'virtual:named-countries' {
  /** What countries are called, to find them in text. */
  export const namedCountries: readonly import('./detection/countries.ts').NamedCountry[];
}

declare module 'virtual:scout-lexica' {
  /** Of every lexicon what the first look at a page needs. */
  export const scoutLexica: readonly import('./detection/gate.ts').GateLexicon[];
}
