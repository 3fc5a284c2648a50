import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { roleWords, type roleWords as RoleWords } from '~/ui/words'
import { EmptyState } from '~/ui/parts/empty-state'

type Administrator = Extract<keyof typeof RoleWords, 'system_admin' | 'security_admin' | 'audit_admin'>

const duties: Record<Administrator, string> = {
  system_admin: '您开通和更正账号，维护处室、单位、办理规则和放假安排。角色、密码和停用归安全管理员。',
  security_admin: '您给账号授权，发一次性密码，停用和恢复账号。开户和更正归系统管理员。',
  audit_admin: '您核对日志：在服务器上用命令行 fuhan verify-log 检查日志链是否完整。',
}

/** 三员分立: administrators never see the content of a proposal, so their desk says what is theirs instead. */
export function AdministratorNote({ roles }: { roles: readonly string[] }) {
  const own = (Object.keys(duties) as Administrator[]).filter((role) => roles.includes(role))
  return (
    <section className="card pad">
      <EmptyState
        title={own.length > 0 ? `您是${own.map((r) => roleWords[r]).join('、')}` : '您还没有岗位'}
        actions={
          own.includes('security_admin') ? (
            <LinkButton href={paths.accounts()}>人员与单位</LinkButton>
          ) : own.includes('system_admin') ? (
            <>
              <LinkButton href={paths.accounts()}>人员与单位</LinkButton>
              <LinkButton href={paths.keepRules()}>规则管理</LinkButton>
              <LinkButton href={paths.calendar()}>放假安排</LinkButton>
            </>
          ) : undefined
        }
      >
        {own.length > 0 ? (
          <>
            {own.map((role) => duties[role]).join('')}
            三员分立，管理员看不到建议提案的内容，也没有待办。
          </>
        ) : (
          '这个账号还没有安排岗位，看不到建议提案。请系统管理员为您添加岗位。'
        )}
      </EmptyState>
    </section>
  )
}
