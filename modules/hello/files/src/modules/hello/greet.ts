/** `Hello, Ada!` */
export const greet = (greeting: string, name: string) => `${greeting}, ${name.trim() || 'world'}!`;
