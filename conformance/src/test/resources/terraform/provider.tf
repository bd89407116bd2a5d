terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "url" {
  description = "The server under test."
  type        = string
}

variable "changed" {
  description = "Whether everything that can change in place has changed."
  type        = bool
  default     = false
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "AKIAIOSFODNN7EXAMPLE"
  secret_key                  = "secret"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
  endpoints {
    cognitoidp = var.url
  }
}
