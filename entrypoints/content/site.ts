/** Which site a frame belongs to: the host name of the page at the top, which is what a reader switches off. */

/**
 * The host name of the page a frame is shown in, '' where it has none (a local file). `askTopHost` is asked only by
 * frames of another origin in browsers that do not tell frames their ancestors.
 */
export async function siteOf(frame: Window, askTopHost: () => Promise<unknown>): Promise<string> {
  try {
    // Throws across origins; about:blank and srcdoc pages at the top have an empty host of their own.
    const { hostname } = (frame.top ?? frame).location;
    return hostname;
  } catch {
    const ancestors = frame.location.ancestorOrigins;
    const top = ancestors?.[ancestors.length - 1];
    if (top && top !== 'null') return new URL(top).hostname;
    const host = await askTopHost().catch(() => '');
    return typeof host === 'string' ? host : '';
  }
}
