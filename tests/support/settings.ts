/** Settings as any other window of the browser would change them: through the extension's storage. */
import { SEEN } from '../../data/seen.ts';
import type { Settings } from '../../data/settings.ts';
import type { BrowserTest } from './browser.ts';

type WithExtension = Pick<BrowserTest, 'extension'>;

/** Store some settings; what they mean is told to open pages by the browser, as always. */
export async function setSettings({ extension }: WithExtension, values: Partial<Settings>): Promise<void> {
  await store(extension, values);
}

/** Store anything under a setting's name, as an older version, another tool or a broken disk could have. */
export async function corruptSettings({ extension }: WithExtension, values: Record<string, unknown>): Promise<void> {
  await store(extension, values);
}

/** Back to what a new reader has. */
export async function resetSettings({ extension }: WithExtension): Promise<void> {
  await extension.evaluateInExtension(async () => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', StorageInterface>>;
    await (browser ?? (chrome as StorageInterface)).storage.local.clear();
  });
}

/** Everything that is stored but for what the reader has seen of the extension itself. */
export async function storedSettings(context: WithExtension): Promise<Record<string, unknown>> {
  const { [SEEN]: _, ...settings } = await stored(context);
  return settings;
}

/** The version whose news the reader has seen. */
export async function storedVersion(context: WithExtension): Promise<unknown> {
  return (await stored(context))[SEEN];
}

/** As if the reader had seen the news of a version and no later ones. */
export async function noteVersion({ extension }: WithExtension, version: string): Promise<void> {
  await store(extension, { [SEEN]: version });
}

/** As if no version had ever noted it. */
export async function forgetVersion({ extension }: WithExtension): Promise<void> {
  await extension.evaluateInExtension(async (name) => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', StorageInterface>>;
    await (browser ?? (chrome as StorageInterface)).storage.local.remove(name);
  }, SEEN);
}

function stored({ extension }: WithExtension): Promise<Record<string, unknown>> {
  return extension.evaluateInExtension(async () => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', StorageInterface>>;
    return (browser ?? (chrome as StorageInterface)).storage.local.get();
  });
}

async function store(extension: BrowserTest['extension'], values: Record<string, unknown>): Promise<void> {
  await extension.evaluateInExtension(async (values) => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', StorageInterface>>;
    await (browser ?? (chrome as StorageInterface)).storage.local.set(values);
  }, values);
}

/** As much of the extension interface as is used here. */
interface StorageInterface {
  readonly storage: {
    readonly local: {
      get(): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
      remove(name: string): Promise<void>;
      clear(): Promise<void>;
    };
  };
}
