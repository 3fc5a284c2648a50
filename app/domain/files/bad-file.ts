/** Why a file is not taken. The message is shown as it stands and says what to do. */
export class BadFile extends Error {}

/** How to make an innocent file of a hostile or a clumsy one. */
export const saveAnew = '请用 Word 或 WPS 打开，核对内容后另存为新的 .docx 再上传。'
