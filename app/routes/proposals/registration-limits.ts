/** Characters of 正文 the schema accepts; a longer text is refused, and this much of it given back. */
export const maxText = 50_000
