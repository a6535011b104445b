/** Whether the path of a file that a format writes stays below the folder that it is put to, on any system. */
export function isBelow(file: string): boolean {
  return (
    file !== '' &&
    !/[\\\0]/.test(file) &&
    file.split('/').every((part) => part !== '' && !/^\.\.?$/.test(part))
  );
}
