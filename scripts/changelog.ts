/** What changed between two releases, told from the commits between: pure, release.ts asks git. */

export interface Commit {
  readonly subject: string;
  /** Of the files that it touches. */
  readonly paths: readonly string[];
}

/** In this order; a commit stands in the first that it has a file of. */
const PARTS: readonly (readonly [heading: string, path: RegExp])[] = [
  ['The record', /^data\/(?:statements\/|(?:facts|countries|council|hosts)\.json)/],
  ['What readers meet', /^(?:(?:components|entrypoints|public)\/|data\/(?!lexicon|messages|translations))/],
  ['Languages', /^data\/(?:lexicon|messages|translations)\//],
  ['For contributors', /./],
];

/** Markdown: a heading each part that something changed in, and under it the subjects, the newest first. */
export function changelog(version: string, commits: readonly Commit[]): string {
  const partOf = ({ paths }: Commit) => PARTS.find(([, path]) => paths.some((each) => path.test(each)))?.[0];
  const parts = PARTS.map(([heading]) => [heading, commits.filter((commit) => partOf(commit) === heading)] as const);
  const shown = parts.filter(([, those]) => those.length > 0);
  const text = shown.map(([heading, those]) => `## ${heading}\n\n${those.map(({ subject }) => `- ${subject}`).join('\n')}\n`);
  return [`# ${version}\n`, ...text].join('\n');
}

/** Marks, in what git is asked for, where a commit begins. */
export const COMMIT_MARK = '\u0001';

/** Read `git log --format=<COMMIT_MARK>%s --name-only`. */
export function readCommits(log: string): Commit[] {
  return log
    .split(COMMIT_MARK)
    .slice(1)
    .map((text) => {
      const [subject = '', ...paths] = text.split('\n').filter((line) => line.trim() !== '');
      return { subject, paths };
    });
}
