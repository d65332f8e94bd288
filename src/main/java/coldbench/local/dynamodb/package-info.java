/**
 * DynamoDB on this machine: AWS's own for tests, behind TLS, for the functions that ask for a
 * table.
 */
@NullMarked
package coldbench.local.dynamodb;

import org.jspecify.annotations.NullMarked;
