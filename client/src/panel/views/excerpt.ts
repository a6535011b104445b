/** At most so many characters of the words, the last of them an ellipsis where there are more. Never cuts a pair. */
export function excerpt(words: string, most: number): string {
  // A page of tagged text is not taken apart for the few characters that are shown of it.
  const characters = [...words.slice(0, 2 * most + 2)];
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`;
}
