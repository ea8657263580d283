/** Parts of statements that golden questions about the sample company share. */
export const NET = 'SUM(l.net_amount - l.refund_amount)';
export const SALES = 'order_lines l JOIN orders o USING (order_id)';
export const SOLD = 'NOT l.is_cancelled';
/** The layer's number of orders leaves out those that were cancelled. */
export const PLACED = "o.status <> 'Cancelled'";
export const years = (from: number, to = from) => `o.order_date >= DATE '${from}-01-01' AND o.order_date < DATE '${to + 1}-01-01'`;
export const MONTH = "CAST(date_trunc('month', o.order_date) AS DATE)";
export const PRODUCTS = 'JOIN products p USING (product_id)';
export const REGIONS = 'JOIN regions r USING (region_id)';
