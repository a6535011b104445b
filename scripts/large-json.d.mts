import type { Plugin } from 'esbuild';

/** Bundles large JSON files as texts that are parsed when they are first looked into. */
export const largeJson: Plugin;
