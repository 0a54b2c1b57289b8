export const onlinePath = '/online'
