/** Who opens these pages at all; what each may change the commands say. */
export const peopleKeepers = { roles: ['system_admin', 'security_admin'] } as const
