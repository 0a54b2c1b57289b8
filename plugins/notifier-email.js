/* lessor-plugin
{
  "id": "notifier-email",
  "kind": "notifier",
  "version": "1.0.0",
  "name": { "en": "Email", "zh": "邮件" },
  "description": {
    "en": "Sends each notice by the mail server of Settings, or by one of its own.",
    "zh": "用「设置」中的邮件服务器发送通知，也可单独指定一台。"
  },
  "config": [
    {
      "key": "to",
      "type": "text",
      "required": true,
      "maxLength": 1000,
      "label": { "en": "To", "zh": "收件人" },
      "help": { "en": "Several addresses are separated by commas.", "zh": "多个地址用逗号分隔。" }
    },
    {
      "key": "smtp_host",
      "type": "text",
      "maxLength": 253,
      "label": { "en": "Mail server", "zh": "邮件服务器" },
      "help": { "en": "Empty: the one of Settings.", "zh": "留空则使用「设置」中的服务器。" }
    },
    { "key": "smtp_port", "type": "number", "min": 1, "max": 65535, "default": 465, "label": { "en": "Port", "zh": "端口" } },
    {
      "key": "smtp_tls",
      "type": "flag",
      "default": true,
      "label": { "en": "TLS from the start", "zh": "直接使用 TLS" },
      "help": { "en": "As port 465 has it; otherwise STARTTLS.", "zh": "465 端口如此；否则使用 STARTTLS。" }
    },
    { "key": "smtp_user", "type": "text", "maxLength": 200, "label": { "en": "User", "zh": "用户名" } },
    { "key": "smtp_password", "type": "secret", "label": { "en": "Password", "zh": "密码" } },
    { "key": "from", "type": "text", "maxLength": 200, "label": { "en": "From", "zh": "发件人" } }
  ],
  "hosts": ["{smtp_host}"]
}
*/

export async function send(notice, lessor) {
  const { to, smtp_host: host, smtp_port, smtp_tls, smtp_user, smtp_password, from } = lessor.config
  const text = [notice.text, notice.link].filter(Boolean).join('\n\n')
  const mail = { to: to.split(/[,，;；\s]+/).filter(Boolean), subject: notice.title, text }
  if (!host) return lessor.smtp(mail)
  await lessor.smtp(mail, {
    host,
    port: smtp_port,
    isSecure: smtp_tls,
    from: from || smtp_user,
    ...(smtp_user && { username: smtp_user, password: smtp_password }),
  })
}
