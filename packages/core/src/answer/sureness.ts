/** Of answers that the embedded engine gives with this confidence, seven in ten are right: what is less sure goes to the model. */
export const SURE = 0.7;
