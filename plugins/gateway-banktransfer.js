/* lessor-plugin
{
  "id": "gateway-banktransfer",
  "kind": "gateway",
  "version": "1.0.0",
  "name": { "en": "Bank transfer", "zh": "银行转账" },
  "description": {
    "en": "Shows your account to the customer. You look at your bank statement and confirm each payment yourself.",
    "zh": "向客户显示您的收款账户。您核对银行流水后，自己逐笔确认到账。"
  },
  "config": [
    {
      "key": "holder",
      "type": "text",
      "required": true,
      "maxLength": 200,
      "label": { "en": "Account holder", "zh": "收款人" },
      "help": { "en": "As your bank writes it.", "zh": "与银行开户名一致。" }
    },
    {
      "key": "bank",
      "type": "text",
      "required": true,
      "maxLength": 200,
      "label": { "en": "Bank", "zh": "开户行" },
      "help": { "en": "With its branch, or its BIC for payments from abroad.", "zh": "请写到支行；境外汇款请加 SWIFT 代码。" }
    },
    {
      "key": "account",
      "type": "text",
      "required": true,
      "maxLength": 100,
      "label": { "en": "Account number", "zh": "收款账号" }
    },
    {
      "key": "note",
      "type": "long",
      "maxLength": 1000,
      "label": { "en": "Note to the customer", "zh": "给客户的说明" },
      "help": {
        "en": "For example how long you take to confirm a payment.",
        "zh": "例如多久确认到账、到账后如何联系。"
      }
    }
  ],
  "hosts": []
}
*/

export async function start({ reference, amount, currency }, lessor) {
  const { holder, bank, account, note } = lessor.config
  const lines = [
    `收款人 Account holder: ${holder}`,
    `开户行 Bank: ${bank}`,
    `账号 Account number: ${account}`,
    `金额 Amount: ${amount} ${currency}`,
    `附言（务必填写） Payment reference (required): ${reference}`,
    ...(note ? ['', note] : []),
  ]
  return { instructions: lines.join('\n') }
}

/** A bank sends none: what comes is from somebody else. */
export async function notice() {
  return { isGenuine: false, reason: 'Banks send no notices.', reply: { status: 404, body: 'fail' } }
}

/** Staff know, nobody else. */
export async function query() {
  return { status: 'unknown' }
}

export async function refund({ reference, amount, reason }) {
  return {
    actionRequired:
      `Transfer ${amount} back to the customer, reference ${reference}: ${reason}. ` +
      `请转账退还客户 ${amount}，附言 ${reference}，原因：${reason}。`,
  }
}

export async function queryRefund() {
  return { status: 'sent' }
}

export async function check() {}
