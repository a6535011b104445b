import type { ReportIntent } from '../intent.ts';

/** The extension, as the page sees it. */
export interface ReportHost {
  send(intent: ReportIntent): void;
}

/** The extension behind the web view's one door. */
export function connectHost(): ReportHost {
  const api = acquireVsCodeApi();
  return { send: (intent) => api.postMessage(intent) };
}
