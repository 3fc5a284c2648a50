const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

/** 等保 2.0 三级: at least 8 characters, three of four classes, not the login itself. Null when the password will do. */
export function passwordProblem(password: string, login: string): string | null {
  if (password.length < 8) return '密码至少 8 位。'
  if (password.length > 200) return '密码最多 200 位。'
  if (classes.filter((c) => c.test(password)).length < 3)
    return '密码须含大写字母、小写字母、数字、符号中的三种。'
  return password.toLowerCase().includes(login.toLowerCase()) ? '密码里不能有登录名。' : null
}
