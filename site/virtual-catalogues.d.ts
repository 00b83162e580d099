/** The module scripts/site.ts makes at build time. */
declare module 'virtual:catalogues' {
  /** By area: the messages in a language, all of which are in the page, since a page on a disk can load no other file. */
  export const catalogueIn: Readonly<
    Record<'explorer' | 'card', (language: import('../data/languages.ts').Language) => import('../data/messages.ts').Catalogue>
  >;
}
