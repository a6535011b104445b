/** The file of simplified forms, as it must be. */
export function fileOfForms(): string;
