/** The side panel: Chromium's, or Firefox's sidebar. Firefox for Android and Safari have neither. */

/** The part of the WebExtension API this needs. */
export interface SidePanelApi {
  readonly sidePanel?: { open(where: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

export function hasSidePanel({ sidePanel, sidebarAction }: SidePanelApi): boolean {
  return sidePanel?.open !== undefined || sidebarAction !== undefined;
}

/**
 * Open it in a window. Browsers do so only as part of what they do at once on a key, a click or a menu: call it before anything is
 * waited for.
 */
export function openSidePanel({ sidePanel, sidebarAction }: SidePanelApi, windowId: number): Promise<void> {
  return sidebarAction ? sidebarAction.open() : (sidePanel?.open({ windowId }) ?? Promise.resolve());
}
