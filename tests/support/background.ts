/** Stops the extension's background, as browsers do when they like. */
import type { BrowserTest } from './browser.ts';

/** Chromium's worker; resolves when it has stopped. Firefox gives no driver a way to stop it. */
export async function stopBackground({ extension }: BrowserTest): Promise<void> {
  const isOurs = (target: { type(): string; url(): string }) =>
    target.type() === 'service_worker' && target.url().startsWith(extension.extensionUrl('/'));
  const { browser } = extension;
  const running = browser.targets().find(isOurs);
  if (!running) return;
  const gone = new Promise<void>((resolve) => {
    const heard = (target: typeof running) => {
      if (target !== running) return;
      browser.off('targetdestroyed', heard);
      resolve();
    };
    browser.on('targetdestroyed', heard);
  });
  const worker = await running.worker();
  await worker?.close();
  await gone;
}
