/** Whether tests run in their long forms: `npm run test:long`. Each has a short one in `npm test`. */
export const long = process.env['LESSOR_TEST_LONG'] === '1'
