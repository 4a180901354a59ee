#!/usr/bin/python
# find load balancers that were isolated because nobody paid
import json
import sys
from QcloudApi.qcloudapi import QcloudApi
from QcloudApi.common.api_exception import ApiServerNetworkException


class Finder:
	"""Looks, and remembers what it saw."""

	def __init__( self, client ):
		self.client = client
		self.seen = []

	def look( self ):
		reply = json.loads( self.client.call( "DescribeLoadBalancers", { "forward" : 1, "withRs" : "2" } ) )
		success = reply.get( "codeDesc" ) == "Success"
		if success:
			for lb in reply[ "loadBalancerSet" ]:
				self.seen.append( ( lb[ "loadBalancerId" ], lb[ "isolation" ] ) )
		return success


finder = Finder( QcloudApi( "lb", {
	"Region"    : "ap-guangzhou",
	"secretId"  : "AKIDfinder",
	"secretKey" : "finder-key",
} ) )

try:
	good = finder.look()
except ApiServerNetworkException:
	print( "the gateway is down" )
	sys.exit( 9 )

if not good:
	print( "no answer worth reading" )
	sys.exit( 1 )
isolated = [ ident for ident, flag in finder.seen if flag == 1 ]
print( "looked at", len( finder.seen ), "isolated", len( isolated ), *isolated )
