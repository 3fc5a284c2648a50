import type { Server } from 'node:http'

/** How long requests under way may take before the stop closes their connections. */
const drainMs = 10_000

/** @throws a sentence when the port is taken or may not be used */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  return await new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(whyNot(error, host, port), { cause: error })),
    )
    server.listen(port, host, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `端口 ${port} 已被占用；请停止占用它的程序，或用 PORT 换一个端口。`
  if (error.code === 'EACCES') return `没有权限使用端口 ${port}；请用 PORT 换一个 1024 以上的端口。`
  return `不能在 ${host}:${port} 上提供服务：${error.message}`
}

/** Takes no new connection, lets requests under way finish, then closes. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  const late = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
