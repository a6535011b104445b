/** A function that remembers its last answer, for arguments that are the same things as the last time. */
export function remembered<Arguments extends readonly unknown[], Answer>(
  make: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  let last: { readonly given: Arguments; readonly answer: Answer } | undefined;
  return (...given) => {
    if (!last || last.given.some((each, index) => each !== given[index])) {
      last = { given, answer: make(...given) };
    }
    return last.answer;
  };
}
