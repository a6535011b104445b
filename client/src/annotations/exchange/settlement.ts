/**
 * What counts where a tag here and the same tag of an import say different things: what is here, what the import says,
 * or what was changed later, which is what is here where that is not known.
 */
export type Settlement = 'mine' | 'theirs' | 'newer';
