export type Banners = {
  /** 2014年10月8日 09:00, when the business clock is set by hand. */
  testClock?: string | undefined
  isDemo?: boolean | undefined
}

export function BannerStrips({ testClock, isDemo }: Banners) {
  if (testClock === undefined && !isDemo) return null
  return (
    <aside aria-label="系统提示">
      {testClock === undefined ? null : (
        <p className="strip strip-clock">
          <b>测试时钟 {testClock}</b> 期限、成文日期都按这个时间
        </p>
      )}
      {isDemo ? (
        <p className="strip strip-demo">
          <b>演示系统</b> 单位、人名、建议提案都是虚构的，请勿填写真实信息
        </p>
      ) : null}
    </aside>
  )
}
