/** The types of progress.mjs, for the TypeScript files that use it. */
export function withProgress<T>(what: string, usually: string, step: () => Promise<T>): Promise<T>;
