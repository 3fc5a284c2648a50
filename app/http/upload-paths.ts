/** The pages whose form takes files: only their bodies may be larger than a form of text, and stream. */
const takers = [
  /^\/proposals\/from-document$/,
  /^\/proposals\/[^/]+\/requests\/[^/]+\/paper$/,
  /^\/proposals\/[^/]+\/contacts\/(new|[\da-f-]{36}\/correction)$/,
  /^\/proposals\/[^/]+\/taken-over\/scan$/,
  /^\/library\/new$/,
  /^\/delegates\/import$/,
  /^\/admin\/people\/units\/import$/,
  /^\/proposals\/import$/,
]

export const takesFiles = (pathname: string) => {
  const page = pathname.replace(/\.data$/, '')
  return takers.some((taker) => taker.test(page))
}
