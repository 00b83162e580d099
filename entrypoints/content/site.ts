/** Which page a frame belongs to: the one at the top, which is what a reader switches off. */
import { pageAddress } from '../../data/hiding.ts';

/**
 * The host name of the page a frame is shown in, '' where it has none (a local file). `askTopAddress` is asked only by
 * frames of another origin in browsers that do not tell frames their ancestors.
 */
export async function siteOf(frame: Window, askTopAddress: () => Promise<unknown>): Promise<string> {
  try {
    // Throws across origins; about:blank and srcdoc pages at the top have an empty host of their own.
    const { hostname } = (frame.top ?? frame).location;
    return hostname;
  } catch {
    const ancestors = frame.location.ancestorOrigins;
    const top = ancestors?.[ancestors.length - 1];
    const address = top && top !== 'null' ? top : await asked(askTopAddress);
    return URL.canParse(address) ? new URL(address).hostname : '';
  }
}

/** The address of the page a frame is shown in, as `pageAddress` gives it; '' where it is not told. Frames of another origin ask. */
export async function topAddressOf(frame: Window, askTopAddress: () => Promise<unknown>): Promise<string> {
  try {
    return pageAddress((frame.top ?? frame).location.href);
  } catch {
    return pageAddress(await asked(askTopAddress));
  }
}

async function asked(ask: () => Promise<unknown>): Promise<string> {
  const answer = await ask().catch(() => '');
  return typeof answer === 'string' ? answer : '';
}
