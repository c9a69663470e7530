/** Different products in one cart. */
export const maxLines = 100;
/** Of one product. */
export const maxQuantity = 999;
