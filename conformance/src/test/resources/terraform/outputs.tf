# What the data sources read.
output "read" {
  value = {
    pool    = data.aws_cognito_user_pool.full.name
    pools   = data.aws_cognito_user_pools.full.ids
    client  = data.aws_cognito_user_pool_client.full.name
    clients = data.aws_cognito_user_pool_clients.full.client_names
    signed  = length(data.aws_cognito_user_pool_signing_certificate.full.certificate) > 0
    group   = data.aws_cognito_user_group.readers.description
    groups  = sort([for each in data.aws_cognito_user_groups.full.groups : each.group_name])
  }
}

# Blocks that import what is there. Left out is of what a reader learns less than a writer says: passwords, images, whether
# there is a secret.
output "imports" {
  value = join("", [
    for address, id in {
      "aws_cognito_user_pool.plain"                   = aws_cognito_user_pool.plain.id
      "aws_cognito_user_pool.full"                    = aws_cognito_user_pool.full.id
      "aws_cognito_user_pool.addresses"               = aws_cognito_user_pool.addresses.id
      "aws_cognito_user_pool.people"                  = aws_cognito_user_pool.people.id
      "aws_cognito_user_pool_client.plain"            = "${aws_cognito_user_pool.plain.id}/${aws_cognito_user_pool_client.plain.id}"
      "aws_cognito_user_pool_client.analysed"         = "${aws_cognito_user_pool.plain.id}/${aws_cognito_user_pool_client.analysed.id}"
      "aws_cognito_user_pool_domain.prefix"           = aws_cognito_user_pool_domain.prefix.id
      "aws_cognito_user_pool_domain.own"              = aws_cognito_user_pool_domain.own.id
      "aws_cognito_resource_server.shop"              = aws_cognito_resource_server.shop.id
      "aws_cognito_identity_provider.google"          = aws_cognito_identity_provider.google.id
      "aws_cognito_identity_provider.facebook"        = aws_cognito_identity_provider.facebook.id
      "aws_cognito_identity_provider.amazon"          = aws_cognito_identity_provider.amazon.id
      "aws_cognito_identity_provider.oidc"            = aws_cognito_identity_provider.oidc.id
      "aws_cognito_identity_provider.saml"            = aws_cognito_identity_provider.saml.id
      "aws_cognito_user_group.readers"                = aws_cognito_user_group.readers.id
      "aws_cognito_user_group.bare"                   = aws_cognito_user_group.bare.id
      "aws_cognito_risk_configuration.pool"           = aws_cognito_risk_configuration.pool.id
      "aws_cognito_risk_configuration.client"         = aws_cognito_risk_configuration.client.id
      "aws_cognito_user_pool_ui_customization.client" = aws_cognito_user_pool_ui_customization.client.id
    } : "import {\n  to = ${address}\n  id = \"${id}\"\n}\n"
  ])
}
