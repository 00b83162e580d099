/** Stands for WXT's context in the build of content scripts (wxt.config.ts): script-life.ts is ours, and tells pages nothing by itself. */

export class ContentScriptContext {}
