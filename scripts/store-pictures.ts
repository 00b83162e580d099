/**
 * Takes the pictures for the stores' pages, in a real Chromium with the extension: the demo article with a card, with the toolbar
 * popup, with the side panel beside it, and the explorer, all told in one language. Pictures are as large as all stores take them.
 */
import path from 'node:path';
import type { Page, Target } from 'puppeteer-core';
import type { Language } from '../data/languages.ts';
import { ensureBrowser } from './browsers.ts';
import { type ExtensionBrowser, launch } from './launch.ts';
import { findSomethingToHover, hover, readMentions } from './read-page.ts';
import { servePages } from './serve-pages.ts';
import { root } from './tools.ts';

/** Chrome, Edge and Mozilla take this size; pixels. */
export const PICTURE_SIZE = { width: 1280, height: 800 } as const;

/** Where popup and side panel stand over or beside the article; pixels. */
const POPUP = { width: 380, height: 600 } as const;
const PANEL = { width: 420, height: 800 } as const;

/** How far from the top the mark stands whose card is shown; pixels. */
const ABOVE_CARD = 180;

/** By what name the article's site goes in the pictures. */
const SITE = 'lakeside-review.example';

/** What is shown of the explorer, by the name of its picture. */
const EXPLORER = { timeline: '', map: 'view=map', changes: 'view=changes' } as const;

export interface StorePicture {
  readonly language: Language;
  /** "1-card": in the order in which the stores show them. */
  readonly name: string;
  readonly png: Uint8Array;
}

/** One after the other, of the build as it lies there. Throws where a card does not open or a page does not come. */
export async function* takeStorePictures(languages: readonly Language[]): AsyncGenerator<StorePicture> {
  const { path: executablePath } = await ensureBrowser('chromium');
  const server = await servePages(path.join(root, 'tests', 'pages'));
  const extension = await launch('chromium', {
    headless: true,
    executablePath,
    windowSize: [PICTURE_SIZE.width, PICTURE_SIZE.height],
    // Text is drawn the same on every screen.
    switches: ['--font-render-hinting=none', `--host-resolver-rules=MAP ${SITE} localhost`],
  });
  const { port } = new URL(server.origin);
  try {
    const article = await extension.browser.newPage();
    for (const language of languages) {
      await speak(extension, language);
      await article.setViewport(PICTURE_SIZE);
      await article.goto(`http://${SITE}:${port}/demo.html?${language}`, { waitUntil: 'load' });
      yield { language, name: '1-card', png: await withCard(extension, article) };
      yield { language, name: '2-popup', png: await withPopup(extension, article) };
      yield { language, name: '3-panel', png: await withPanel(extension, article) };
      for (const [index, [name, state]] of Object.entries(EXPLORER).entries()) {
        yield { language, name: `${index + 4}-${name}`, png: await picture(await openOwn(extension, `/explorer.html#${state}`)) };
      }
    }
  } finally {
    await extension.close();
    await server.close();
  }
}

/** As much of the extension interface as is used here. */
interface ExtensionInterface {
  readonly storage: { readonly local: { set(values: object): Promise<void> } };
  readonly windows: { getCurrent(): Promise<{ readonly id: number }> };
  readonly sidePanel: { open(options: { windowId: number }): Promise<void> };
}

async function speak(extension: ExtensionBrowser, language: Language): Promise<void> {
  await extension.evaluateInExtension(async (language) => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionInterface };
    await chrome.storage.local.set({ language });
  }, language);
}

async function withCard(extension: ExtensionBrowser, article: Page): Promise<Uint8Array> {
  const target = await findSomethingToHover(article, await readMentions(extension, article));
  if (!target) throw new Error('Nothing is marked in the demo article.');
  // High enough that the whole card has its place below.
  const { box } = target;
  const moved = await article.evaluate((by) => {
    const before = scrollY;
    scrollBy({ top: by, behavior: 'instant' });
    return scrollY - before;
  }, box.y - ABOVE_CARD);
  if (!(await hover(extension, article, { ...box, y: box.y - moved }))) throw new Error('No card opened over the demo article.');
  const png = await article.screenshot();
  // The pointer goes, and the card with it.
  await article.mouse.move(4, 4);
  await article.evaluate(() => scrollTo(0, 0));
  return png;
}

/** Browsers show the popup in a window of their own, of which no picture can be taken: it is laid over that of the article. */
async function withPopup(extension: ExtensionBrowser, article: Page): Promise<Uint8Array> {
  const tab = await extension.tabIdOf(article);
  await article.bringToFront();
  const behind = await article.screenshot();
  const popup = await openOwn(extension, `/popup.html?tab=${tab}`, POPUP);
  return composed(extension, [
    { png: behind, style: 'inset: 0' },
    {
      png: await picture(popup),
      style: 'top: 8px; right: 24px; border-radius: 8px; box-shadow: 0 8px 32px #0005, 0 0 0 1px #0002',
    },
  ]);
}

/** The article is as wide as the panel leaves it. The panel is the browser's own: as a tab it would follow itself. */
async function withPanel(extension: ExtensionBrowser, article: Page): Promise<Uint8Array> {
  await article.setViewport({ ...PICTURE_SIZE, width: PICTURE_SIZE.width - PANEL.width });
  await article.bringToFront();
  const beside = await article.screenshot();
  const panel = await openPanel(extension);
  await panel.setViewport(PANEL);
  // In the language that is set now; and one that was just opened is drawn in its new size only then.
  await panel.reload();
  const entry = await panel.waitForSelector('.us-mentions button');
  await entry?.evaluate((button) => (button as HTMLButtonElement).click());
  await panel.waitForSelector('.us-record');
  await settled(panel);
  return composed(extension, [
    { png: beside, style: 'inset-block: 0; left: 0' },
    { png: await panel.screenshot(), style: 'inset-block: 0; right: 0; box-shadow: 0 0 0 1px #0003' },
  ]);
}

/** The one that stands open already, if there is one. */
async function openPanel(extension: ExtensionBrowser): Promise<Page> {
  const { browser } = extension;
  const isPanel = (target: Target) => target.url() === extension.extensionUrl('/sidepanel.html');
  if (!browser.targets().some(isPanel)) {
    await extension.evaluateInExtension(async () => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionInterface };
      const { id } = await chrome.windows.getCurrent();
      await chrome.sidePanel.open({ windowId: id });
    });
  }
  return (await browser.waitForTarget(isPanel)).asPage();
}

async function openOwn(
  extension: ExtensionBrowser,
  address: string,
  size: { readonly width: number; readonly height: number } = PICTURE_SIZE,
): Promise<Page> {
  const page = await extension.openExtensionPage(address);
  await page.setViewport(size);
  await page.waitForSelector('main h1, main h2, main h3');
  return page;
}

/** Of a page of ours, which is closed then. */
async function picture(page: Page): Promise<Uint8Array> {
  await page.bringToFront();
  await settled(page);
  const png = await page.screenshot();
  await page.close();
  return png;
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  });
}

async function composed(
  { browser }: ExtensionBrowser,
  layers: readonly { readonly png: Uint8Array; readonly style: string }[],
): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setViewport(PICTURE_SIZE);
  const images = layers.map(
    ({ png, style }) =>
      `<img style="position: fixed; ${style}" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`,
  );
  await page.setContent(`<!doctype html><body style="margin: 0">${images.join('')}`, { waitUntil: 'load' });
  const png = await page.screenshot();
  await page.close();
  return png;
}
