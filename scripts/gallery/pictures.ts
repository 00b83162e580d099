/** Takes the pictures of the gallery: every state of a card in every surrounding, in a real Chromium without the extension. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import type { Catalogue } from '../../data/messages.ts';
import { ELSEWHERE, EVERYWHERE, SHOWN_ELSEWHERE, STATES, type State, type Surroundings } from '../../tests/gallery/states.ts';
import { pseudoCatalogue } from '../../tests/support/pseudo.ts';
import { ensureBrowser } from '../browsers.ts';
import { bundleForPage } from '../bundle-for-page.ts';
import { catalogueOf } from '../read-messages.ts';
import { root } from '../tools.ts';

export interface Picture {
  /** "vote-dark" */
  readonly name: string;
  readonly state: State;
  readonly surroundings: Surroundings;
  readonly png: Uint8Array;
  /** What axe objects to in the card, contrast and sizes of targets included, one line each. */
  readonly problems: readonly string[];
}

/** Pixels around a card that belong to its picture: its shadow, and where it stands. */
const MARGIN = 8;

const RULES = { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'target-size': { enabled: true } };

/** Which states are pictured in which surroundings. */
function scenes(): { readonly name: string; readonly state: State; readonly surroundings: Surroundings }[] {
  return [...EVERYWHERE, ...ELSEWHERE].flatMap((surroundings) =>
    STATES.filter(({ name }) => EVERYWHERE.includes(surroundings) || SHOWN_ELSEWHERE.includes(name)).map((state) => ({
      name: `${state.name}-${surroundings.name}`,
      state,
      surroundings,
    })),
  );
}

/** The names of all pictures, in the order in which they are taken. */
export function pictureNames(): string[] {
  return scenes().map(({ name }) => name);
}

/** One after the other. Throws where a state cannot be reached. */
export async function* takePictures(): AsyncGenerator<Picture> {
  const { path: executablePath } = await ensureBrowser('chromium');
  const [script, axe] = await Promise.all([
    bundleForPage('tests/gallery/page.ts'),
    readFileSync(path.join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'),
  ]);
  const browser = await puppeteer.launch({
    executablePath,
    browser: 'chrome',
    pipe: true,
    // The sandbox refuses to run as root, which is what containers are. Text is drawn the same on every screen.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--hide-scrollbars', '--font-render-hinting=none'],
  });
  try {
    const page = await browser.newPage();
    for (const surroundings of [...EVERYWHERE, ...ELSEWHERE]) {
      const { width, height, zoom = 1, dark = false, forcedColors = false } = surroundings;
      await page.setViewport({ width, height, deviceScaleFactor: zoom });
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
          ...(forcedColors ? [{ name: 'forced-colors', value: 'active' }] : []),
        ],
      });
      await page.goto('about:blank');
      await page.evaluate(`${axe}\ndocument.head.append(Object.assign(document.createElement('style'), {
        textContent: '[data-undersigned] { --page-note-display: contents !important }' }));\n${script}`);
      for (const scene of scenes()) if (scene.surroundings === surroundings) yield await takePicture(page, scene);
      await session.detach();
    }
  } finally {
    await browser.close();
  }
}

async function takePicture(page: Page, scene: ReturnType<typeof scenes>[number]): Promise<Picture> {
  const { name, state, surroundings } = scene;
  const box = await page
    .evaluate((...given) => globalThis.showState(...given), state, surroundings, catalogueIn(surroundings.language))
    .catch((error) => {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
    });
  const left = Math.max(0, Math.floor(box.x) - MARGIN);
  const top = Math.max(0, Math.floor(box.y) - MARGIN);
  const clip = {
    x: left,
    y: top,
    width: Math.min(surroundings.width, Math.ceil(box.x + box.width) + MARGIN) - left,
    height: Math.min(surroundings.height, Math.ceil(box.y + box.height) + MARGIN) - top,
  };
  const png = await page.screenshot({ clip, captureBeyondViewport: false });
  const problems = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(globalThis.cardElement(), { rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, RULES);
  return { ...scene, png, problems };
}

function catalogueIn(language: Surroundings['language'] = 'en'): Catalogue {
  return language === 'pseudo' ? pseudoCatalogue('card') : catalogueOf('card', language);
}
